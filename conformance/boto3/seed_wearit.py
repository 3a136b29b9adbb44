"""An application's own storage code, as its documentation has it, gathered into one class and otherwise unchanged."""

import logging

import boto3

logger = logging.getLogger(__name__)


class AppError(Exception):
    def __init__(self, message, status):
        super().__init__(message)
        self.status = status


class S3Client:
    def __init__(self):
        self.s3_client = None
        self.bucket_name = None
    
    async def connect(self, region: str, bucket_name: str, 
                     access_key: str, secret_key: str):
        self.s3_client = boto3.client(
            's3',
            region_name=region,
            aws_access_key_id=access_key,
            aws_secret_access_key=secret_key
        )
        self.bucket_name = bucket_name
        print(f"Connected to S3 bucket: {bucket_name}")
    
    async def close(self):
        if self.s3_client:
            self.s3_client.close()
            print("S3 connection closed")

    async def upload_file(self, file_data: bytes, s3_key: str, 
                         content_type: str = "image/jpeg") -> str:
        try:
            self.s3_client.put_object(
                Bucket=self.bucket_name,
                Key=s3_key,
                Body=file_data,
                ContentType=content_type,
                ACL='private'
            )
            
            # Génération de l'URL signée pour accès temporaire
            url = self.s3_client.generate_presigned_url(
                'get_object',
                Params={'Bucket': self.bucket_name, 'Key': s3_key},
                ExpiresIn=3600  # 1 heure
            )
            
            return url
        except Exception as e:
            raise AppError(f"Failed to upload file: {str(e)}", 500)

    async def download_file(self, s3_key: str) -> bytes:
        try:
            response = self.s3_client.get_object(
                Bucket=self.bucket_name,
                Key=s3_key
            )
            return response['Body'].read()
        except Exception as e:
            raise AppError(f"Failed to download file: {str(e)}", 500)

    async def delete_file(self, s3_key: str) -> bool:
        try:
            self.s3_client.delete_object(
                Bucket=self.bucket_name,
                Key=s3_key
            )
            return True
        except Exception as e:
            logger.error(f"Failed to delete file {s3_key}: {e}")
            return False

    def _delete_objects_with_prefix(self, prefix: str):
        """Supprime tous les objets avec un préfixe donné"""
        paginator = self.s3_client.get_paginator('list_objects_v2')
        pages = paginator.paginate(Bucket=self.bucket_name, Prefix=prefix)
        
        for page in pages:
            if 'Contents' in page:
                objects = [{'Key': obj['Key']} for obj in page['Contents']]
                self.s3_client.delete_objects(
                    Bucket=self.bucket_name,
                    Delete={'Objects': objects}
                )

    def generate_presigned_url(self, s3_key: str, expires_in: int = 3600) -> str:
        """Génère une URL signée pour accéder à un fichier"""
        try:
            url = self.s3_client.generate_presigned_url(
                'get_object',
                Params={'Bucket': self.bucket_name, 'Key': s3_key},
                ExpiresIn=expires_in
            )
            return url
        except Exception as e:
            logger.error(f"Failed to generate presigned URL: {e}")
            return None


class StoragePathBuilder:
    @staticmethod
    def clothing_path(user_id: str, clothing_id: str, filename: str) -> str:
        return f"clothing/{user_id}/{clothing_id}/{filename}"
    
    @staticmethod
    def avatar_path(user_id: str, filename: str) -> str:
        return f"avatars/{user_id}/{filename}"
